//! Judging calls of a function or of an object's methods, step by step and by the types of what they return.

mod agree;
mod show;
mod trace;

use assay_challenge::{Call, DataType, Expected, Function, Interface, Item, Limits, Outcome, Reply, Step, Verdict};
use assay_challenge::{Value, ValueTolerance};

pub use trace::{Trace, TraceStep};

use self::agree::difference;
use self::show::{arguments, value};
use crate::Judgement;
use crate::judge::{failure, last_words};
use crate::quote::visible;

/// Characters of a value that a message quotes.
const QUOTED: usize = 60;
/// Characters of an error's text that a message quotes.
const SAID: usize = 120;

/// What was asked of a submission.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What the submission defines.
    pub interface: &'a Interface,
    /// What was called, and what must come of it.
    pub call: &'a Call,
    /// How results are compared.
    pub tolerance: &'a ValueTolerance,
}

/// What a submission answered on its own channel, apart from anything it printed.
#[derive(Clone, Copy, Debug)]
pub struct Answered<'a> {
    /// What came of each call, in order.
    pub replies: &'a [Reply],
    /// Whether all that was written on the channel can be read.
    pub readable: bool,
}

/// Judges a run of calls: the first that did not do what it must decides.
///
/// A run that was stopped, crashed or ended early is judged by that, whatever it answered before.
pub fn judge_call(asked: Asked<'_>, answered: Answered<'_>, outcome: &Outcome, limits: &Limits) -> Judgement {
    let turns = turns(asked);
    let mut replies = answered.replies.iter();
    let mut judged = Vec::with_capacity(turns.len());
    for turn in &turns {
        let reply = if turn.function.is_some() { replies.next() } else { None };
        let finding = match (turn.function, reply) {
            (Some(function), Some(reply)) => turn.judge(asked, function, reply),
            _ => None,
        };
        let stops = turn.makes && matches!(reply, Some(Reply::Raised { .. }));
        judged.push((turn, reply, finding));
        if stops {
            break;
        }
    }
    let unanswered = judged.iter().find(|(turn, reply, _)| turn.function.is_some() && reply.is_none());
    let failed = judged.iter().position(|(_, _, finding)| finding.is_some());
    let judgement = if let Some(failed) = failure(outcome, limits) {
        failed
    } else if !answered.readable || replies.next().is_some() {
        Judgement::failed(Verdict::RTE, "wrote to the channel that its results travel on".to_owned())
    } else if let Some((turn, _, finding)) = failed.map(|at| &judged[at]) {
        let (verdict, why) = finding.clone().unwrap_or((Verdict::JE, String::new()));
        Judgement::failed(verdict, format!("{}{why}", turn.place()))
    } else if let Some((turn, _, _)) = unanswered {
        let why = format!("the run ended before {} returned{}", turn.name, last_words(outcome));
        Judgement::failed(Verdict::RTE, why)
    } else {
        Judgement::accepted()
    };
    let steps = judged.iter().map(|(turn, reply, finding)| turn.step(asked, *reply, finding.is_none()));
    let focus =
        failed.or_else(|| judged.iter().position(|(turn, reply, _)| turn.function.is_some() && reply.is_none()));
    Judgement { trace: Some(Trace::around(steps.collect(), turns.len(), focus)), ..judgement }
}

/// The calls of a case and what must come of them, as statements show them: `get(2) → -1`.
pub fn example(asked: Asked<'_>) -> Vec<String> {
    let line = |turn: Turn<'_>| {
        let TraceStep { call, expected, .. } = turn.step(asked, None, true);
        let expected = expected.filter(|expected| expected != "nothing");
        expected.map_or_else(|| call.clone(), |expected| format!("{call} → {expected}"))
    };
    turns(asked).into_iter().map(line).collect()
}

/// One thing that was to be done.
struct Turn<'a> {
    /// Its place among the steps, from 1; the constructor has 0.
    number: usize,
    /// As messages call it.
    name: String,
    /// As it is written in a report, such as `get(2)`.
    text: String,
    /// What is called; `None` where nothing is, as for sleeping.
    function: Option<&'a Function>,
    /// Whether it makes the object, without which nothing follows.
    makes: bool,
    /// Whether messages say which step it is.
    counted: bool,
    expected: Option<&'a Expected>,
}

fn turns<'a>(asked: Asked<'a>) -> Vec<Turn<'a>> {
    let called =
        |number, name: &str, function: &'a Function, given: &'a [Value], expected: Option<&'a Expected>| Turn {
            number,
            name: format!("`{name}`"),
            text: format!("{name}{}", arguments(given, function, asked.interface)),
            function: Some(function),
            makes: false,
            counted: true,
            expected,
        };
    match (&asked.interface.item, asked.call) {
        (Item::Function(function), Call::Function { arguments, expected }) => {
            let turn = called(1, &function.name, function, arguments, expected.as_ref());
            vec![Turn { counted: false, ..turn }]
        }
        (Item::Class(class), Call::Class { arguments, made, steps }) => {
            let constructor = called(0, &class.name, &class.constructor, arguments, made.as_ref());
            let constructor = Turn { makes: true, counted: false, ..constructor };
            let step = |(nth, step): (usize, &'a Step)| match step {
                Step::Sleep(ms) => Some(Turn {
                    number: nth + 1,
                    name: "sleep".to_owned(),
                    text: format!("sleep {ms} ms"),
                    function: None,
                    makes: false,
                    counted: true,
                    expected: None,
                }),
                Step::Method { method, arguments, expected } => {
                    let function = class.methods.get(*method)?;
                    Some(called(nth + 1, &function.name, function, arguments, expected.as_ref()))
                }
            };
            std::iter::once(constructor).chain(steps.iter().enumerate().filter_map(step)).collect()
        }
        _ => Vec::new(),
    }
}

impl Turn<'_> {
    /// What is wrong with the reply, if anything is.
    fn judge(&self, asked: Asked<'_>, function: &Function, reply: &Reply) -> Option<(Verdict, String)> {
        let interface = asked.interface;
        let returned = |result: &Option<Value>| match (result, &function.result) {
            (Some(result), Some(data_type)) => value(result, data_type, interface, QUOTED),
            _ => "nothing".to_owned(),
        };
        match (self.expected, reply) {
            (Some(Expected::Error(_)), Reply::Raised { mistake: false, .. })
            | (Some(Expected::Nothing) | None, Reply::Returned(_)) => None,
            (_, Reply::Raised { kind, message, .. }) => {
                let said = visible(message.as_bytes(), SAID);
                let kind = visible(kind.as_bytes(), QUOTED);
                let said = if said.is_empty() { kind } else { format!("{kind}: {said}") };
                Some((Verdict::RTE, format!("raised {said}")))
            }
            (_, Reply::WrongType { actual }) => {
                let wanted = function.result.as_ref().map_or("nothing".to_owned(), DataType::to_string);
                Some((Verdict::WA, format!("returned {}, expected {wanted}", visible(actual.as_bytes(), QUOTED))))
            }
            (Some(Expected::Error(reason)), Reply::Returned(result)) => {
                let reason =
                    reason.as_ref().map_or(String::new(), |reason| format!(": {}", visible(reason.as_bytes(), SAID)));
                Some((Verdict::WA, format!("returned {}, expected an error{reason}", returned(result))))
            }
            (Some(Expected::Value(expected)), Reply::Returned(Some(actual))) => {
                let data_type = function.result.as_ref()?;
                let found = difference(expected, actual, data_type, interface, asked.tolerance)?;
                Some((Verdict::WA, found))
            }
            (Some(Expected::Value(_)), Reply::Returned(None)) => Some((Verdict::WA, "returned nothing".to_owned())),
        }
    }

    /// The step as the beginning of a message.
    fn place(&self) -> String {
        if self.counted {
            format!("step {}: `{}` ", self.number, visible(self.text.as_bytes(), QUOTED))
        } else {
            String::new()
        }
    }

    fn step(&self, asked: Asked<'_>, reply: Option<&Reply>, agrees: bool) -> TraceStep {
        let interface = asked.interface;
        let result = self.function.and_then(|function| function.result.as_ref());
        let shown = |result_value: &Value| match result {
            Some(data_type) => value(result_value, data_type, interface, trace::TEXT),
            None => "nothing".to_owned(),
        };
        let came = reply.map(|reply| match reply {
            Reply::Returned(None) => "nothing".to_owned(),
            Reply::Returned(Some(actual)) => shown(actual),
            Reply::WrongType { actual } => format!("a value of type {}", visible(actual.as_bytes(), SAID)),
            Reply::Raised { kind, message, .. } => {
                format!("error {}: {}", visible(kind.as_bytes(), QUOTED), visible(message.as_bytes(), SAID))
            }
        });
        let expected = self.expected.map(|expected| match expected {
            Expected::Nothing => "nothing".to_owned(),
            Expected::Value(expected) => shown(expected),
            Expected::Error(None) => "an error".to_owned(),
            Expected::Error(Some(reason)) => format!("an error: {}", visible(reason.as_bytes(), SAID)),
        });
        let agrees = agrees && (reply.is_some() || self.function.is_none());
        TraceStep { number: self.number as u64, call: self.text.clone(), expected, came, agrees }
    }
}

#[cfg(test)]
mod tests;
