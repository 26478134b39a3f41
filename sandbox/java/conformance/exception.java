public class Main {
    static void inner() {
        throw new RuntimeException("boom 42"); // HERE
    }

    static void outer() {
        inner();
    }

    public static void main(String[] args) {
        outer();
    }
}
