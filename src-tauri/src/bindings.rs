//! The TypeScript side of the commands. `make bindings` writes it; a test fails when the committed file is stale.

use std::collections::BTreeMap;
use std::fmt::Write;
use ts_rs::{Config, TS, TypeVisitor};

use crate::commands::{signatures, visit_types};

/// Collects the declaration of every type that is reached, by name.
struct Declarations<'a> {
    config: &'a Config,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only types of ours have a file of their own; built-in ones are TypeScript already.
        if T::output_path().is_some() && !self.by_name.contains_key(&T::ident(self.config)) {
            self.by_name.insert(T::ident(self.config), T::decl(self.config));
            T::visit_dependencies(self);
        }
        T::visit_generics(self);
    }
}

/// The whole file.
pub(crate) fn typescript() -> String {
    let config = Config::new();
    let mut declarations = Declarations { config: &config, by_name: BTreeMap::new() };
    visit_types(&mut declarations);

    let mut text = String::from("// Generated from the Rust core by `make bindings`. Do not edit.\n\n");
    for declaration in declarations.by_name.values() {
        let compact = declaration.replace("/**\n * ", "/** ").replace("\n */", " */");
        let _ = writeln!(text, "export {compact}");
    }
    text.push_str("\n/** Everything the window can ask of the core. A no comes back as a `Said`. */\nexport interface Core {\n");
    let commands = signatures(&config);
    for command in &commands {
        let arguments: Vec<String> = command.arguments.iter().map(|(name, kind)| format!("{name}: {kind}")).collect();
        let _ = writeln!(text, "  {}({}): Promise<{}>;", command.name, arguments.join(", "), command.answer);
    }
    text.push_str("}\n\n/** One round trip to the core: the command's name and its named arguments. */\n");
    text.push_str("export type Invoke = (command: string, args: Record<string, unknown>) => Promise<unknown>;\n\n");
    text.push_str("/** The core behind `invoke`. */\nexport function makeCore(invoke: Invoke): Core {\n  return {\n");
    for command in &commands {
        let names: Vec<&str> = command.arguments.iter().map(|(name, _)| *name).collect();
        let names = names.join(", ");
        let (name, answer) = (command.name, &command.answer);
        let object = if names.is_empty() { "{}".to_owned() } else { format!("{{ {names} }}") };
        let _ = writeln!(text, "    {name}: ({names}) => invoke(\"{name}\", {object}) as Promise<{answer}>,");
    }
    text.push_str("  };\n}\n");
    text
}
