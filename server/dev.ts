import path from "node:path";
import { createServer, type ViteDevServer } from "vite";
import type * as ConfigModule from "./config";
import type * as StartModule from "./start-app";

/**
 * `npm run dev`: Vite serves the client with hot reload on PORT and passes everything else on to the desk, which
 * runs in this process on a port of its own and is started again when one of its files changes.
 */
const root = path.dirname(import.meta.dirname);
const RESTART_AFTER_MS = 300;
const PASSED_ON = ["/trpc", "/api", "/bureau", "/healthz", "/readyz"];

type App = Awaited<ReturnType<typeof StartModule.startApp>>;

async function startDesk(vite: ViteDevServer, port: number): Promise<App> {
  const load = <T>(file: string): Promise<T> =>
    vite.ssrLoadModule(path.join(root, "server", file)) as Promise<T>;
  const { parseConfig } = await load<typeof ConfigModule>("config.ts");
  const { startApp } = await load<typeof StartModule>("start-app.ts");
  const config = { ...parseConfig(process.env), port };
  return startApp(config, { client: null, say: (line) => process.stdout.write(`${line}\n`) });
}

async function main(): Promise<void> {
  const publicPort = Number(process.env.PORT ?? 3000);
  const deskPort = publicPort + 1;
  const target = `http://127.0.0.1:${deskPort}`;
  const vite = await createServer({
    configFile: path.join(root, "vite.config.ts"),
    server: {
      host: "127.0.0.1",
      port: publicPort,
      strictPort: true,
      proxy: Object.fromEntries(PASSED_ON.map((prefix) => [prefix, { target }])),
    },
  });
  let desk = await startDesk(vite, deskPort);
  await vite.listen();
  vite.printUrls();

  let timer: NodeJS.Timeout | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const restart = async () => {
    await desk.stop();
    desk = await startDesk(vite, deskPort);
    process.stdout.write("desk restarted\n");
  };
  vite.watcher.add(["server", "shared", "db"].map((folder) => path.join(root, folder)));
  vite.watcher.on("change", (file) => {
    if (!/\/(server|shared|db)\/.*\.(ts|json)$/.test(file)) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      turn = turn.then(restart).catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      });
    }, RESTART_AFTER_MS);
  });
  const stop = () => {
    Promise.all([desk.stop(), vite.close()]).finally(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
