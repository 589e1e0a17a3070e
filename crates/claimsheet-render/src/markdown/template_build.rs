// Turns the sheet's templates into Rust code; part of the build script. It knows as much of the
// language as that template needs, and names the line of an expression that it does not know.

use minijinja::machinery::ast::{BinOpKind, CallArg, Expr, Stmt};
use minijinja::machinery::parse;
use minijinja::syntax::SyntaxConfig;
use std::fmt::Write as _;

/// A function of that name that writes what the template gives for a view.
///
/// # Errors
///
/// Where the template is wrong, or says what is not known here, with its line.
pub(super) fn code(name: &str, file: &str, text: &str) -> Result<String, String> {
    let wrong = |error: &dyn std::fmt::Display| format!("{file}: {error}");
    let template = parse(text, file, SyntaxConfig::default()).map_err(|error| wrong(&error))?;
    let mut code = format!(
        "/// Writes the sheet as `{file}` has it.\n#[allow(clippy::all, clippy::pedantic)]\npub(super) fn {name}(view: &View<'_>) -> String {{\n    let mut out = String::new();\n",
    );
    statement(&mut code, &template, &mut Vec::new()).map_err(|error| wrong(&error))?;
    Ok(code + "    out\n}\n")
}

/// Writes the code of a statement; `locals` are the variables of the loops around it.
fn statement<'a>(code: &mut String, statement: &Stmt<'a>, locals: &mut Vec<&'a str>) -> Result<(), String> {
    match statement {
        Stmt::Template(template) => block(code, &template.children, locals)?,
        Stmt::EmitRaw(raw) => drop(writeln!(code, "out.push_str({:?});", raw.raw)),
        Stmt::EmitExpr(emit) if let Some(text) = filtered(&emit.expr, "md") => {
            let text = expression(text, locals)?;
            let _ = writeln!(code, "markup::push_markdown(&mut out, ({text}).text(), true);");
        }
        Stmt::EmitExpr(emit) => drop(writeln!(code, "({}).show(&mut out);", expression(&emit.expr, locals)?)),
        Stmt::IfCond(condition) => {
            let _ = writeln!(code, "if {} {{", truth(&condition.expr, locals)?);
            block(code, &condition.true_body, locals)?;
            otherwise(code, &condition.false_body, locals)?;
        }
        Stmt::ForLoop(repeat) if repeat.filter_expr.is_none() && !repeat.recursive => {
            let Expr::Var(target) = &repeat.target else { return Err(unknown(&repeat.target)) };
            let all = expression(&repeat.iter, locals)?;
            let _ = writeln!(code, "if ({all}).is_true() {{\nfor {} in ({all}).iter() {{", target.id);
            locals.push(target.id);
            block(code, &repeat.body, locals)?;
            locals.pop();
            *code += "}\n";
            otherwise(code, &repeat.else_body, locals)?;
        }
        _ => {
            return Err("a statement that src/markdown/template_build.rs does not know".to_owned());
        }
    }
    Ok(())
}

fn block<'a>(code: &mut String, statements: &[Stmt<'a>], locals: &mut Vec<&'a str>) -> Result<(), String> {
    statements.iter().try_for_each(|one| statement(code, one, locals))
}

/// Closes a block, with the other one behind it if it has statements.
fn otherwise<'a>(code: &mut String, other: &[Stmt<'a>], locals: &mut Vec<&'a str>) -> Result<(), String> {
    if !other.is_empty() {
        *code += "} else {\n";
        block(code, other, locals)?;
    }
    *code += "}\n";
    Ok(())
}

/// What goes through the filter of that name, if `expr` is that.
fn filtered<'a, 'b>(expr: &'b Expr<'a>, name: &str) -> Option<&'b Expr<'a>> {
    match expr {
        Expr::Filter(filter) if filter.name == name => filter.expr.as_ref(),
        _ => None,
    }
}

fn truth(expr: &Expr<'_>, locals: &[&str]) -> Result<String, String> {
    match expr {
        Expr::BinOp(both) if matches!(both.op, BinOpKind::ScAnd) => {
            Ok(format!("{} && {}", truth(&both.left, locals)?, truth(&both.right, locals)?))
        }
        Expr::Test(test) if test.name == "defined" => Ok(format!("({}).is_some()", expression(&test.expr, locals)?)),
        _ => Ok(format!("({}).is_true()", expression(expr, locals)?)),
    }
}

/// The code of a value.
fn expression(expr: &Expr<'_>, locals: &[&str]) -> Result<String, String> {
    match expr {
        Expr::Var(variable) if locals.contains(&variable.id) => Ok(variable.id.to_owned()),
        Expr::Var(variable) => Ok(format!("view.{}", variable.id)),
        Expr::GetAttr(attribute) => Ok(format!("{}.{}", expression(&attribute.expr, locals)?, attribute.name)),
        Expr::Const(constant) => constant.value.as_str().map(|text| format!("{text:?}")).ok_or_else(|| unknown(expr)),
        Expr::Filter(filter) => {
            let value = filter.expr.as_ref().ok_or_else(|| unknown(expr))?;
            let value = expression(value, locals)?;
            match (filter.name, filter.args.as_slice()) {
                ("md", []) => Ok(format!("markup::markdown(({value}).text())")),
                ("yaml", []) => Ok(format!("markup::yaml(({value}).text())")),
                ("address", []) => Ok(format!("markup::address(({value}).text())")),
                ("capitalize", []) => Ok(format!("capitalised(({value}).text())")),
                ("length", []) => Ok(format!("({value}).len()")),
                ("join", [CallArg::Pos(between)]) => Ok(format!("joined(&{value}, {})", expression(between, locals)?)),
                _ => Err(unknown(expr)),
            }
        }
        _ => Err(unknown(expr)),
    }
}

fn unknown(expr: &Expr<'_>) -> String {
    format!(
        "line {}: a {} that src/markdown/template_build.rs does not know",
        expr.span().start_line,
        expr.description()
    )
}
