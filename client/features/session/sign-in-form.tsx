import { LockOutlined, UserOutlined } from "@ant-design/icons";
import { Alert, Button, Input } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { DemoHint } from "./demo-hint";
import styles from "./sign-in.module.css";
import { useSignIn } from "./use-sign-in";

interface Props {
  /** Filled in and fixed when somebody comes back to his own expired session. */
  username?: string;
}

export function SignInForm({ username: fixed }: Props) {
  const { t } = useTranslation("session");
  const id = useId();
  const [username, setUsername] = useState(fixed ?? "");
  const [password, setPassword] = useState("");
  const { attempt, running, trouble } = useSignIn();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (username.trim() === "" || password === "") return;
    if (!(await attempt(username.trim(), password))) setPassword("");
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {trouble ? <Alert type="error" showIcon title={trouble} role="alert" /> : null}
      <label className={styles.label} htmlFor={`${id}-user`}>
        {t("username")}
      </label>
      <Input
        id={`${id}-user`}
        size="large"
        name="username"
        autoComplete="username"
        prefix={<UserOutlined />}
        value={username}
        autoFocus={fixed === undefined}
        readOnly={fixed !== undefined}
        maxLength={64}
        onChange={(event) => setUsername(event.target.value)}
      />
      <label className={styles.label} htmlFor={`${id}-password`}>
        {t("password")}
      </label>
      <Input.Password
        id={`${id}-password`}
        size="large"
        name="password"
        autoComplete="current-password"
        prefix={<LockOutlined />}
        value={password}
        autoFocus={fixed !== undefined}
        maxLength={256}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button
        className={styles.submit ?? ""}
        type="primary"
        size="large"
        htmlType="submit"
        block
        loading={running}
        disabled={username.trim() === "" || password === ""}
      >
        {t("signIn")}
      </Button>
      {fixed === undefined ? (
        <DemoHint
          onPick={(name, secret) => {
            setUsername(name);
            setPassword(secret);
          }}
        />
      ) : null}
    </form>
  );
}
