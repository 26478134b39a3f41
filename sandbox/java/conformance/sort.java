import java.util.Arrays;
import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        long[] numbers = new long[n];
        long x = 42;
        for (int i = 0; i < n; i++) {
            x = (x * 1103515245 + 12345) % (1L << 31);
            numbers[i] = x;
        }
        Arrays.sort(numbers);
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum = (sum + (i + 1) * numbers[i]) % 1000000007;
        }
        System.out.println(sum);
    }
}
