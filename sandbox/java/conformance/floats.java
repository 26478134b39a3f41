import java.math.BigDecimal;
import java.math.RoundingMode;

public class Main {
    public static void main(String[] args) {
        double[] numbers = {1.0 / 3, 2.5, -1e-7, 123456789.125, 1e15 / 7};
        for (double number : numbers) {
            // `%.6f` would round the number's shortest digits, not its exact value.
            BigDecimal exact = new BigDecimal(Math.abs(number)).setScale(6, RoundingMode.HALF_EVEN);
            System.out.println((number < 0 ? "-" : "") + exact.toPlainString());
        }
    }
}
