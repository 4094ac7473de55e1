import { QuestionCircleOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Figure, InsightsOverview } from "#shared/contract/staff-insights";
import { FigureLink } from "./figure-link";
import { formatShare } from "./format-share";
import styles from "./insights.module.css";
import type { Scope } from "./use-scope";

type Part = [figure: Figure, count: number];

/** The figures of the range; every count is a link to its list. */
export function FigureTiles({ overview, scope }: { overview: InsightsOverview; scope: Scope }) {
  const { t } = useTranslation("insights");
  const { received, decided, approved, rejected, revised, backlog, backlogByAge, onTime } = overview;
  const { firstPass, firstRounds } = overview;
  return (
    <div className={styles.tiles}>
      <Tile name="received" main={<FigureLink figure="received" count={received} scope={scope} />} />
      <Tile name="decided" main={<FigureLink figure="decided" count={decided} scope={scope} />}>
        <Parts
          scope={scope}
          parts={[
            ["approved", approved],
            ["revised", revised],
            ["rejected", rejected],
          ]}
        />
      </Tile>
      <Tile
        name="backlog"
        note={t("tile.now")}
        main={<FigureLink figure="backlog" count={backlog} scope={scope} />}
      >
        <AgeBar ages={backlogByAge} />
        <Parts
          scope={scope}
          parts={[
            ["backlogFresh", backlogByAge.fresh],
            ["backlogAging", backlogByAge.aging],
            ["backlogLate", backlogByAge.late],
          ]}
        />
      </Tile>
      <Tile name="onTime" main={<Share share={overview.onTimeShare} />}>
        <Parts
          scope={scope}
          parts={[
            ["onTime", onTime],
            ["late", decided - onTime],
          ]}
        />
      </Tile>
      <Tile name="firstPass" main={<Share share={overview.firstPassShare} />}>
        <Parts
          scope={scope}
          parts={[
            ["firstPass", firstPass],
            ["firstRounds", firstRounds],
          ]}
        />
      </Tile>
    </div>
  );
}

interface TileProps {
  name: "received" | "decided" | "backlog" | "onTime" | "firstPass";
  main: ReactNode;
  note?: string;
  children?: ReactNode;
}

function Tile({ name, main, note, children }: TileProps) {
  const { t } = useTranslation("insights");
  const help = t(`tile.${name}Help`);
  return (
    <section className={styles.tile} aria-label={t(`tile.${name}`)}>
      <h2 className={styles.tileTitle}>
        {t(`tile.${name}`)}
        {note ? <span className={styles.faint}>{note}</span> : null}
        <Tooltip title={help}>
          <QuestionCircleOutlined className={styles.faint} role="img" aria-label={help} />
        </Tooltip>
      </h2>
      <div className={styles.main}>{main}</div>
      {children}
    </section>
  );
}

function Share({ share }: { share: number | null }) {
  const { t } = useTranslation("insights");
  if (share === null) {
    return (
      <Tooltip title={t("share.nothing")}>
        <span className={styles.faint}>—</span>
      </Tooltip>
    );
  }
  return <span>{formatShare(share)}</span>;
}

function Parts({ parts, scope }: { parts: readonly Part[]; scope: Scope }) {
  const { t } = useTranslation("insights");
  return (
    <ul className={styles.parts}>
      {parts.map(([figure, count]) => (
        <li key={figure} data-part={figure}>
          <span>{t(`figure.${figure}`)}</span>
          <FigureLink figure={figure} count={count} scope={scope} />
        </li>
      ))}
    </ul>
  );
}

/** How old the backlog is, at a glance; the numbers stand below it. */
function AgeBar({ ages }: { ages: InsightsOverview["backlogByAge"] }) {
  return (
    <div className={styles.ageBar} aria-hidden="true">
      {(["fresh", "aging", "late"] as const).map((age) => (
        <span key={age} data-age={age} style={{ flexGrow: ages[age] }} />
      ))}
    </div>
  );
}
