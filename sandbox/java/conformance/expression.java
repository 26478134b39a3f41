import java.util.Scanner;

public class Main {
    private final String text;
    private int position;

    Main(String text) {
        this.text = text;
    }

    private char peek() {
        return position < text.length() ? text.charAt(position) : 0;
    }

    long sum() {
        long value = product();
        while (peek() == '+' || peek() == '-') {
            if (text.charAt(position++) == '+') {
                value += product();
            } else {
                value -= product();
            }
        }
        return value;
    }

    private long product() {
        long value = factor();
        while (peek() == '*') {
            position++;
            value *= factor();
        }
        return value;
    }

    private long factor() {
        if (peek() == '(') {
            position++;
            long value = sum();
            position++;
            return value;
        }
        long value = 0;
        while (Character.isDigit(peek())) {
            value = value * 10 + text.charAt(position++) - '0';
        }
        return value;
    }

    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= n; i++) {
            if (i > 1) {
                text.append('+');
            }
            text.append('(').append(i).append('+').append(i + 1).append('*').append(i + 2).append('-').append(i + 3)
                    .append(')');
        }
        System.out.println(new Main(text.toString()).sum());
    }
}
