// The rule thread run from its sources: the loader that reads TypeScript has to be set up in each thread by itself.
import { register } from "tsx/esm/api";

register();
await import("./thread.ts");
