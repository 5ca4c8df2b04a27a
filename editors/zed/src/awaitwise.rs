use zed_extension_api::{self as zed, settings::LspSettings, LanguageServerId, Result};

struct Awaitwise;

impl zed::Extension for Awaitwise {
    fn new() -> Self {
        Awaitwise
    }

    fn language_server_command(
        &mut self,
        language_server_id: &LanguageServerId,
        worktree: &zed::Worktree,
    ) -> Result<zed::Command> {
        let binary = LspSettings::for_worktree(language_server_id.as_ref(), worktree)?.binary;
        let path = binary.as_ref().and_then(|binary| binary.path.clone());
        let arguments = binary.and_then(|binary| binary.arguments);
        Ok(zed::Command {
            command: path
                .or_else(|| worktree.which("awaitwise"))
                .ok_or("awaitwise is not on the PATH; set lsp.awaitwise.binary.path")?,
            args: arguments.unwrap_or_else(|| vec!["lsp".into()]),
            env: worktree.shell_env(),
        })
    }

    fn language_server_initialization_options(
        &mut self,
        language_server_id: &LanguageServerId,
        worktree: &zed::Worktree,
    ) -> Result<Option<zed::serde_json::Value>> {
        Ok(LspSettings::for_worktree(language_server_id.as_ref(), worktree)?.initialization_options)
    }
}

zed::register_extension!(Awaitwise);
