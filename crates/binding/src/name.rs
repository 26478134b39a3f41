//! Names as each language writes them: `two_sum`, `twoSum` or `TwoSum`, and never a word the language keeps for itself.

use crate::Target;

/// What a name is of, as far as languages write it differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A function by itself.
    Function,
    /// A method of a class.
    Method,
    /// A parameter.
    Parameter,
    /// A field of a record.
    Field,
}

/// How `target` writes this `snake_case` name.
pub(crate) fn name(target: Target, role: Role, name: &str) -> String {
    let habit = match target {
        Target::Go if matches!(role, Role::Method | Role::Field) => pascal(name),
        Target::JavaScript | Target::TypeScript | Target::Go | Target::Java => camel(name),
        Target::Python | Target::Ruby | Target::Rust | Target::C | Target::Cpp => name.to_owned(),
    };
    if is_taken(target, role, &habit) { habit + "_" } else { habit }
}

/// How `target` writes this `PascalCase` name of a class or record.
pub(crate) fn type_name(target: Target, name: &str) -> String {
    if words(types(target)).any(|taken| taken == name) { format!("{name}_") } else { name.to_owned() }
}

/// `two_sum` as `twoSum`.
pub(crate) fn camel(name: &str) -> String {
    let pascal = pascal(name);
    let mut letters = pascal.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_lowercase().to_string() + letters.as_str())
}

/// `two_sum` as `TwoSum`.
pub(crate) fn pascal(name: &str) -> String {
    let parts = name.split('_').map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
    });
    parts.collect()
}

/// `LruCache` as `lru_cache`.
pub(crate) fn snake(name: &str) -> String {
    let mut snake = String::new();
    for (place, letter) in name.char_indices() {
        if letter.is_ascii_uppercase() && place > 0 {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

fn is_taken(target: Target, role: Role, name: &str) -> bool {
    let member = matches!(role, Role::Method | Role::Field);
    let kept = match target {
        // Members are reached through their object, where keywords are names like others.
        Target::JavaScript | Target::TypeScript if member => "constructor prototype",
        Target::Ruby if member => "initialize class hash object_id send method methods public_send instance_of",
        Target::Java if member => return words(keywords(target)).chain(words(OBJECT)).any(|taken| taken == name),
        // Methods are functions whose names begin with the class's, as does the constructor's.
        Target::C if role == Role::Method => "new",
        Target::Rust | Target::Cpp if role == Role::Method => {
            return words(keywords(target)).chain(["new", "make"]).any(|taken| taken == name);
        }
        _ => keywords(target),
    };
    let called = role == Role::Function && words(functions(target)).any(|taken| taken == name);
    called || words(kept).any(|taken| taken == name)
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split_ascii_whitespace()
}

/// What every object has in Java, and what a record may not name a field.
const OBJECT: &str = "clone finalize getClass hashCode notify notifyAll toString wait equals";

/// Words that cannot be names.
fn keywords(target: Target) -> &'static str {
    match target {
        Target::Python => {
            "False None True and as assert async await break class continue def del elif else except finally for \
             from global if import in is lambda nonlocal not or pass raise return self try while with yield"
        }
        Target::JavaScript | Target::TypeScript => {
            "arguments await break case catch class const continue debugger default delete do else enum eval export \
             extends false finally for function if implements import in instanceof interface let new null package \
             private protected public return static super switch this throw true try typeof undefined var void while \
             with yield"
        }
        Target::Ruby => {
            "BEGIN END alias and begin break case class def defined do else elsif end ensure false for if in module \
             next nil not or redo rescue retry return self super then true undef unless until when while yield"
        }
        // With what stubs and harnesses need of the predeclared names.
        Target::Go => {
            "break case chan const continue default defer else fallthrough for func go goto if import interface map \
             package range return select struct switch type var append bool byte cap copy error false float64 int \
             int64 len make new nil panic print println string true uint8 main init"
        }
        Target::Rust => {
            "Self abstract as async await become box break const continue crate do dyn else enum extern false final \
             fn for gen if impl in let loop macro match mod move mut override priv pub ref return self static struct \
             super trait true try type typeof unsafe unsized use virtual where while yield"
        }
        Target::Java => {
            "abstract assert boolean break byte case catch char class const continue default do double else enum \
             extends false final finally float for goto if implements import instanceof int interface long native \
             new null package private protected public return short static strictfp super switch synchronized this \
             throw throws transient true try void volatile while yield record var"
        }
        Target::C => {
            "alignas alignof auto bool break case char const continue default do double else enum extern false float \
             for goto if inline int long main nullptr register restrict return short signed sizeof static struct \
             switch true typedef typeof union unix unsigned void volatile while linux self error asm NULL"
        }
        Target::Cpp => {
            "alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl concept const \
             consteval constexpr constinit const_cast continue co_await co_return co_yield decltype default delete \
             do double dynamic_cast else enum explicit export extern false float for friend goto if inline int linux \
             long main mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public \
             register reinterpret_cast requires return short signed sizeof static static_assert static_cast struct \
             switch template this thread_local throw true try typedef typeid typename union unix unsigned using \
             virtual void volatile wchar_t while xor xor_eq std NULL"
        }
    }
}

/// Functions that every program has already, so that another of the name is refused or breaks the library.
fn functions(target: Target) -> &'static str {
    match target {
        Target::C | Target::Cpp => {
            "abort abs accept access acos alarm asin atan atexit atof atoi atol bind bsearch calloc ceil chdir clock \
             close connect cos crypt ctime difftime div dup erf errno exit exp fabs fclose fflush fgetc fgets floor \
             fma fmax fmin fmod fopen fork fprintf fputc fputs fread free frexp fseek ftell fwrite gamma getc \
             getchar getenv gets gmtime hypot index isalpha isdigit islower isspace isupper kill labs link listen \
             log logb longjmp lseek malloc memchr memcmp memcpy memmove memset mktime modf nan nice open optarg \
             optind pause perror pipe poll pow printf putc putchar puts qsort raise rand random read realloc recv \
             remainder remove rename rewind rindex rint round scanf select send setenv setjmp signal sin sleep \
             socket sqrt srand stat strcat strchr strcmp strcpy strdup strlen strncmp strstr strtod strtol strtok \
             swab symlink system tan tgamma time tolower toupper trunc truncate umask ungetc unlink usleep wait \
             write y0 y1 yn j0 j1 jn"
        }
        Target::Ruby => {
            "abort autoload binding call_of caller catch eval exec exit fail fork format gets global initialize \
             lambda load loop open p pp print printf proc putc puts raise rand readline readlines require \
             require_relative select sleep spawn sprintf srand syscall system test throw trap warn class hash send"
        }
        Target::Python => "print open",
        Target::JavaScript | Target::TypeScript => "require",
        Target::Go | Target::Rust | Target::Java => "main",
    }
}

/// Types that stubs and harnesses use, or that the language has without asking.
fn types(target: Target) -> &'static str {
    match target {
        Target::Python => "Exception ValueError",
        Target::JavaScript | Target::TypeScript => {
            "Array BigInt Boolean Date Error Function Infinity JSON Map Math NaN Number Object Promise Proxy \
             RangeError Record Reflect RegExp Set String Symbol TypeError Uint8Array WeakMap WeakSet Iterator Intl \
             Atomics"
        }
        Target::Ruby => {
            "Array BasicObject Binding Class Comparable Complex Data Dir Encoding Enumerable Enumerator ENV Errno \
             Exception File Float Hash IO Integer Kernel Marshal Math Method Module Mutex Numeric Object Proc \
             Process Queue Random Range Rational Regexp Set Signal String Struct Symbol Thread Time"
        }
        Target::Go => "",
        Target::Rust => {
            "Box Clone Copy Debug Default Drop Eq Err Fn FnMut FnOnce From HashMap HashSet Hash Into Iterator None \
             Ok Option Ord PartialEq PartialOrd Result Self Some String ToOwned ToString Vec"
        }
        Target::Java => {
            "AssayCall Boolean Byte Character Class Double Error Exception Float Integer Iterable List Long Map Math \
             Number Object Record Runnable Set Short String System Thread Throwable Void BigInteger Solution"
        }
        Target::C | Target::Cpp => "FILE NULL EOF",
    }
}

#[cfg(test)]
mod tests {
    use super::{Role, camel, name, pascal, snake, type_name};
    use crate::Target;

    #[test]
    fn names_follow_the_habits_of_each_language() {
        for (target, function, method, field) in [
            (Target::Python, "two_sum", "two_sum", "two_sum"),
            (Target::JavaScript, "twoSum", "twoSum", "twoSum"),
            (Target::TypeScript, "twoSum", "twoSum", "twoSum"),
            (Target::Ruby, "two_sum", "two_sum", "two_sum"),
            (Target::Go, "twoSum", "TwoSum", "TwoSum"),
            (Target::Rust, "two_sum", "two_sum", "two_sum"),
            (Target::Java, "twoSum", "twoSum", "twoSum"),
            (Target::C, "two_sum", "two_sum", "two_sum"),
            (Target::Cpp, "two_sum", "two_sum", "two_sum"),
        ] {
            let written = [Role::Function, Role::Method, Role::Field].map(|role| name(target, role, "two_sum"));
            assert_eq!(written, [function, method, field], "{target:?}");
        }
    }

    #[test]
    fn words_a_language_keeps_for_itself_get_an_underscore() {
        assert_eq!(name(Target::Python, Role::Parameter, "from"), "from_");
        assert_eq!(name(Target::JavaScript, Role::Function, "delete"), "delete_");
        assert_eq!(name(Target::JavaScript, Role::Method, "delete"), "delete");
        assert_eq!(name(Target::Go, Role::Parameter, "type"), "type_");
        assert_eq!(name(Target::Go, Role::Field, "type"), "Type");
        assert_eq!(name(Target::C, Role::Function, "round"), "round_");
        assert_eq!(name(Target::C, Role::Method, "delete"), "delete");
        assert_eq!(name(Target::Rust, Role::Method, "new"), "new_");
        assert_eq!(name(Target::C, Role::Parameter, "round"), "round");
        assert_eq!(type_name(Target::Java, "String"), "String_");
        assert_eq!(type_name(Target::C, "String"), "String");
    }

    #[test]
    fn names_are_taken_apart_and_put_together() {
        assert_eq!(camel("two_sum_of_3"), "twoSumOf3");
        assert_eq!(pascal("two_sum"), "TwoSum");
        assert_eq!(snake("LruCache"), "lru_cache");
        assert_eq!(camel("x"), "x");
    }
}
