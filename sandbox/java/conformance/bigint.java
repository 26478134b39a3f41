import java.math.BigInteger;

public class Main {
    public static void main(String[] args) {
        System.out.println(BigInteger.TWO.pow(200));
        BigInteger factorial = BigInteger.ONE;
        for (int i = 2; i <= 50; i++) {
            factorial = factorial.multiply(BigInteger.valueOf(i));
        }
        System.out.println(factorial);
    }
}
