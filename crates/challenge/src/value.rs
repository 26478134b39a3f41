//! Values that go into functions and come out of them.

/// A value of a [`DataType`](crate::DataType), which is not repeated in it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Of `bool`.
    Bool(bool),
    /// Of `int`.
    Int(i64),
    /// Of `bigint`: decimal digits without leading zeros, after `-` if it is below zero.
    BigInt(String),
    /// Of `float`.
    Float(f64),
    /// Of `string`.
    String(String),
    /// Of `bytes`.
    Bytes(Vec<u8>),
    /// Of `list`.
    List(Vec<Value>),
    /// Of `map`; in the order it was written.
    Map(Vec<(Value, Value)>),
    /// Of `set`; in the order it was written.
    Set(Vec<Value>),
    /// Of `optional`.
    Optional(Option<Box<Value>>),
    /// Of `tuple`.
    Tuple(Vec<Value>),
    /// Of a record: its fields in the record's order.
    Record(Vec<Value>),
}
