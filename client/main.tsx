import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { startTexts } from "./lib/i18n";
import { watchSessionEnd } from "./lib/session";
import "./styles/base.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

watchSessionEnd();
await startTexts();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
