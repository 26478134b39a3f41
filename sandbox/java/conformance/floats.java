public class Main {
    public static void main(String[] args) {
        double[] numbers = {1.0 / 3, 2.5, -1e-7, 123456789.125, 1e15 / 7};
        for (double number : numbers) {
            System.out.printf("%.6f%n", number);
        }
    }
}
