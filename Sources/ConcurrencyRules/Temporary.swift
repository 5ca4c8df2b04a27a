import CSharpSyntax

extension SyntaxTree { var directives: [DirectiveRecord] { [] } }
