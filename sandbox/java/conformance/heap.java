import java.util.PriorityQueue;
import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        PriorityQueue<Long> heap = new PriorityQueue<>();
        long x = 42;
        for (int i = 0; i < n; i++) {
            x = (x * 1103515245 + 12345) % (1L << 31);
            heap.add(x);
        }
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum = (sum + heap.poll() * (i % 10)) % 1000000007;
        }
        System.out.println(sum);
    }
}
