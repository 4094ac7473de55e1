import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Button, Result } from "antd";
import { useTranslation } from "react-i18next";
import { useRefusal } from "../../lib/refusal";
import { trpc } from "../../lib/trpc";
import { PageLoading } from "../../ui/page-loading";
import { Workbench } from "./workbench";

const route = getRouteApi("/orders/$orderNo");

export function WorkbenchPage() {
  const { t } = useTranslation("workbench");
  const { orderNo } = route.useParams();
  const refusal = useRefusal();
  const order = useQuery(trpc.orders.get.queryOptions({ orderNo }));
  if (order.data) return <Workbench key={orderNo} order={order.data} />;
  if (order.isPending) return <PageLoading />;
  const trouble = refusal(order.error);
  return (
    <Result
      status={trouble.refused ? "404" : "warning"}
      title={<h1>{trouble.message}</h1>}
      extra={
        trouble.refused ? (
          <Link to="/queue">{t("toQueue")}</Link>
        ) : (
          <Button type="primary" onClick={() => void order.refetch()}>
            {t("common:action.retry")}
          </Button>
        )
      }
    />
  );
}
