import java.util.Scanner;

public class Sums {
    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        long[] sums = new long[n + 1];
        for (int i = 0; i < n; i++) sums[i + 1] = sums[i] + (i ^ 5) % 9;
        long total = 0;
        for (int i = 0; i < n; i++) total += sums[n] - sums[i] > i ? 1 : 0;
        System.out.println(total);
    }
}
