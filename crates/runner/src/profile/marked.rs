//! JavaScript and TypeScript in which every statement says on which line it is, for the tracer that times them.
//!
//! Calls are put before statements, around what is returned and where functions begin and end, never on a line of their
//! own. The names that are called are the tracer's: `sandbox/javascript/lines.js`. A file that cannot be read as it is,
//! or not any more with its marks, stays as it was, and its lines are not told apart.

use bytes::Bytes;
use oxc_allocator::{Allocator, Vec as ArenaVec};
use oxc_ast::ast::{
    ArrowFunctionBody, ArrowFunctionExpression, Class, DoWhileStatement, Expression, ForInStatement, ForOfStatement,
    ForStatement, Function, FunctionBody, IfStatement, MethodDefinition, ObjectProperty, Program, PropertyKey,
    ReturnStatement, Statement, TSExternalModuleDeclaration, TSGlobalDeclaration, TSNamespaceDeclaration,
    VariableDeclarator, WhileStatement,
};
use oxc_ast_visit::{Visit, walk};
use oxc_parser::{ParseOptions, Parser};
use oxc_semantic::ScopeFlags;
use oxc_span::{GetSpan, SourceType, Span};

use crate::typescript;

/// The tracer's file, where no submission has one.
pub(super) const TRACER: &str = "assay.lines.js";

/// How far apart the numbers of two files' functions are.
const FUNCTIONS: usize = 1 << 20;

/// The files with marks in those of `own`.
pub(super) async fn mark(mut files: Vec<(String, Bytes)>, own: &[String]) -> Vec<(String, Bytes)> {
    for (name, text) in &mut files {
        let Some(place) = own.iter().position(|own| own == name) else { continue };
        if let Ok(marked) = typescript::read(name, text, move |name, text| marked(place, name, text)).await {
            *text = marked.into();
        }
    }
    files
}

fn marked(place: usize, name: &str, text: &str) -> Result<String, String> {
    let typed = name.rsplit_once('.').is_some_and(|(_, ending)| ending.ends_with("ts"));
    let kinds = if typed { vec![SourceType::ts()] } else { vec![SourceType::script(), SourceType::mjs()] };
    for kind in kinds {
        let allocator = Allocator::default();
        let Some(program) = parsed(&allocator, text, kind) else { continue };
        let mut marks = Marks::new(place, text);
        marks.visit_program(&program);
        let marked = marks.apply();
        let other = Allocator::default();
        if parsed(&other, &marked, kind).is_some() {
            return Ok(marked);
        }
    }
    Err(format!("{name}: its lines cannot be told apart\n"))
}

fn parsed<'a>(allocator: &'a Allocator, text: &'a str, kind: SourceType) -> Option<Program<'a>> {
    let options = ParseOptions { allow_return_outside_function: true, ..ParseOptions::default() };
    let parsed = Parser::new(allocator, text, kind).with_options(options).parse();
    parsed.diagnostics.is_empty().then_some(parsed.program)
}

struct Marks<'t> {
    text: &'t str,
    /// Where each line begins.
    lines: Vec<u32>,
    /// The number of the next function.
    next: usize,
    /// What is put where, in the order in which it is to stand.
    edits: Vec<(u32, String)>,
    /// What the next function is called, if it has no name of its own.
    given: Option<String>,
    /// The functions and classes around.
    functions: Vec<String>,
    classes: Vec<String>,
}

impl<'t> Marks<'t> {
    fn new(place: usize, text: &'t str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = ends.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX)).collect();
        let next = place.saturating_mul(FUNCTIONS);
        Self { text, lines, next, edits: vec![], given: None, functions: vec![], classes: vec![] }
    }

    fn apply(mut self) -> String {
        self.edits.sort_by_key(|(at, _)| *at);
        let (mut out, mut copied) = (String::with_capacity(self.text.len() * 3), 0);
        for (at, more) in &self.edits {
            let at = *at as usize;
            out.push_str(self.text.get(copied..at).unwrap_or_default());
            out.push_str(more);
            copied = at;
        }
        out.push_str(self.text.get(copied..).unwrap_or_default());
        out
    }

    fn put(&mut self, at: u32, text: impl Into<String>) {
        self.edits.push((at, text.into()));
    }

    fn line(&self, at: u32) -> usize {
        self.lines.partition_point(|start| *start <= at) + 1
    }

    fn at(&self, span: Span) -> String {
        format!("assay$at(assay$f,{})", self.line(span.start))
    }

    fn enter(&mut self) -> String {
        let number = self.next;
        self.next += 1;
        let name = self.functions.last().map_or("", String::as_str);
        format!("const assay$f=assay$in({number},\"{name}\");")
    }

    /// Visits an expression that is evaluated over and over, each time on its own line.
    fn again(&mut self, expression: &Expression<'_>) {
        let span = expression.span();
        self.put(span.start, format!("{},(", self.at(span)));
        self.visit_expression(expression);
        self.put(span.end, ")");
    }

    /// Visits what may be a statement without braces.
    fn body(&mut self, statement: &Statement<'_>) {
        let bare = !matches!(
            statement,
            Statement::BlockStatement(_) | Statement::EmptyStatement(_) | Statement::FunctionDeclaration(_)
        );
        if bare {
            let span = statement.span();
            self.put(span.start, format!("{{{};", self.at(span)));
            self.visit_statement(statement);
            self.put(span.end, "}");
        } else {
            self.visit_statement(statement);
        }
    }

    /// Takes the name of the next function: its own or the one it was given.
    fn begin(&mut self, own: Option<&str>) {
        let given = self.given.take();
        self.functions.push(own.map(plain).or(given).unwrap_or_else(|| "(anonymous)".to_owned()));
    }

    fn key(&mut self, key: &PropertyKey<'_>) {
        let class = self.classes.last().filter(|class| !class.is_empty()).map(|class| format!("{class}."));
        let name = key.name().map(|name| format!("{}{}", class.unwrap_or_default(), plain(&name)));
        self.given = name;
    }
}

/// A name that can stand in a string.
fn plain(name: &str) -> String {
    name.chars().filter(|sign| sign.is_alphanumeric() || matches!(sign, '_' | '$' | '#' | '.')).take(80).collect()
}

impl<'a> Visit<'a> for Marks<'_> {
    fn visit_program(&mut self, program: &Program<'a>) {
        let (Some(first), Some(last)) = (program.body.first(), program.body.last()) else { return };
        let enter = self.enter();
        self.put(first.span().start, enter);
        self.visit_statements(&program.body);
        self.put(last.span().end, ";assay$out(assay$f);");
    }

    fn visit_statements(&mut self, statements: &ArenaVec<'a, Statement<'a>>) {
        for statement in statements {
            let runs = !matches!(
                statement,
                Statement::FunctionDeclaration(_)
                    | Statement::EmptyStatement(_)
                    | Statement::ImportDeclaration(_)
                    | Statement::ExportAllDeclaration(_)
                    | Statement::TSTypeAliasDeclaration(_)
                    | Statement::TSInterfaceDeclaration(_)
            );
            if runs {
                let mark = self.at(statement.span());
                self.put(statement.span().start, mark + ";");
            }
            self.visit_statement(statement);
        }
    }

    fn visit_function(&mut self, function: &Function<'a>, flags: ScopeFlags) {
        self.begin(function.id.as_ref().map(|id| id.name.as_str()));
        walk::walk_function(self, function, flags);
        self.functions.pop();
    }

    fn visit_arrow_function_expression(&mut self, function: &ArrowFunctionExpression<'a>) {
        self.begin(None);
        walk::walk_arrow_function_expression(self, function);
        self.functions.pop();
    }

    fn visit_function_body(&mut self, body: &FunctionBody<'a>) {
        let end = body.span.end.saturating_sub(1);
        let start = body.statements.first().map_or(end, |first| first.span().start);
        // A directive may stand alone without its semicolon.
        let enter = format!("{}{}", if start == end { ";" } else { "" }, self.enter());
        self.put(start, enter);
        self.visit_statements(&body.statements);
        self.put(end, ";assay$out(assay$f);");
    }

    fn visit_arrow_function_body(&mut self, body: &ArrowFunctionBody<'a>) {
        match body {
            ArrowFunctionBody::FunctionBody(body) => self.visit_function_body(body),
            body => {
                let expression = body.to_expression();
                let span = expression.span();
                let (enter, at) = (self.enter(), self.at(span));
                self.put(span.start, format!("{{{enter}{at};return assay$out(assay$f,("));
                self.visit_expression(expression);
                self.put(span.end, "))}");
            }
        }
    }

    fn visit_return_statement(&mut self, statement: &ReturnStatement<'a>) {
        let Some(argument) = &statement.argument else {
            return self.put(statement.span.start, "assay$out(assay$f);");
        };
        self.put(argument.span().start, "assay$out(assay$f,(");
        self.visit_expression(argument);
        self.put(argument.span().end, "))");
    }

    fn visit_if_statement(&mut self, statement: &IfStatement<'a>) {
        self.visit_expression(&statement.test);
        self.body(&statement.consequent);
        if let Some(alternate) = &statement.alternate {
            self.body(alternate);
        }
    }

    fn visit_while_statement(&mut self, statement: &WhileStatement<'a>) {
        self.again(&statement.test);
        self.body(&statement.body);
    }

    fn visit_do_while_statement(&mut self, statement: &DoWhileStatement<'a>) {
        self.body(&statement.body);
        self.again(&statement.test);
    }

    fn visit_for_statement(&mut self, statement: &ForStatement<'a>) {
        if let Some(init) = &statement.init {
            self.visit_for_statement_init(init);
        }
        for expression in [&statement.test, &statement.update].into_iter().flatten() {
            self.again(expression);
        }
        self.body(&statement.body);
    }

    fn visit_for_in_statement(&mut self, statement: &ForInStatement<'a>) {
        self.visit_expression(&statement.right);
        self.body(&statement.body);
    }

    fn visit_for_of_statement(&mut self, statement: &ForOfStatement<'a>) {
        self.visit_expression(&statement.right);
        self.body(&statement.body);
    }

    fn visit_variable_declarator(&mut self, declarator: &VariableDeclarator<'a>) {
        self.given = declarator.id.get_identifier_name().map(|name| plain(&name));
        walk::walk_variable_declarator(self, declarator);
        self.given = None;
    }

    fn visit_method_definition(&mut self, method: &MethodDefinition<'a>) {
        self.key(&method.key);
        walk::walk_method_definition(self, method);
        self.given = None;
    }

    fn visit_object_property(&mut self, property: &ObjectProperty<'a>) {
        self.classes.push(String::new());
        self.key(&property.key);
        walk::walk_object_property(self, property);
        self.classes.pop();
        self.given = None;
    }

    fn visit_class(&mut self, class: &Class<'a>) {
        self.classes.push(class.id.as_ref().map(|id| plain(&id.name)).unwrap_or_default());
        walk::walk_class(self, class);
        self.classes.pop();
    }

    fn visit_ts_external_module_declaration(&mut self, _: &TSExternalModuleDeclaration<'a>) {}

    fn visit_ts_global_declaration(&mut self, _: &TSGlobalDeclaration<'a>) {}

    fn visit_ts_namespace_declaration(&mut self, namespace: &TSNamespaceDeclaration<'a>) {
        if !namespace.declare {
            walk::walk_ts_namespace_declaration(self, namespace);
        }
    }
}

#[cfg(test)]
#[path = "marked_tests.rs"]
mod tests;
