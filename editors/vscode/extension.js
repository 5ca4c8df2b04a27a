// @ts-check
"use strict";

const { execFile } = require("node:child_process");
const { promisify } = require("node:util");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

/** Also the prefix of the settings: the client reads `awaitwise.trace.server` by it. */
const id = "awaitwise";

/** @type {LanguageClient | undefined} */
let client;

/** The executable from the settings, else the one on the `PATH`. */
function serverPath() {
  const path = vscode.workspace.getConfiguration(id).get("server.path", "");
  return path === "" ? "awaitwise" : path;
}

/** Starts the server, or says why it can't be started. */
async function start() {
  const path = serverPath();
  try {
    await promisify(execFile)(path, ["--version"]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const choice = await vscode.window.showErrorMessage(`Awaitwise could not be started: ${reason}`, "Open settings");
    if (choice !== undefined) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "awaitwise.server.path");
    }
    return;
  }
  client = new LanguageClient(
    id,
    "Awaitwise",
    { command: path, args: ["lsp"] },
    {
      documentSelector: [
        { scheme: "file", language: "csharp" },
        { scheme: "untitled", language: "csharp" },
      ],
      initializationOptions: { settings: vscode.workspace.getConfiguration(id) },
    },
  );
  await client.start();
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
}

/** @param {vscode.ExtensionContext} context */
async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("awaitwise.restart", async () => {
      await stop();
      await start();
    }),
    vscode.commands.registerCommand("awaitwise.showLog", () => client?.outputChannel.show()),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("awaitwise.server.path")) {
        await stop();
        await start();
      }
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
