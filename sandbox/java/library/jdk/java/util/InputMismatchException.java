//! Thrown by `Scanner`; missing in TeaVM's library.
package java.util;

public class InputMismatchException extends NoSuchElementException {
    private static final long serialVersionUID = 1;

    public InputMismatchException() {
    }

    public InputMismatchException(String message) {
        super(message);
    }
}
