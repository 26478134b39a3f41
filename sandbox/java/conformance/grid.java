import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        int[] distance = new int[n * n];
        Arrays.fill(distance, -1);
        Queue<Integer> queue = new ArrayDeque<>();
        distance[0] = 0;
        queue.add(0);
        int[][] steps = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
        while (!queue.isEmpty()) {
            int cell = queue.remove();
            for (int[] step : steps) {
                int r = cell / n + step[0];
                int c = cell % n + step[1];
                if (r < 0 || c < 0 || r >= n || c >= n || distance[r * n + c] >= 0) {
                    continue;
                }
                if (r * c % 7 == 6 && !(r == n - 1 && c == n - 1)) {
                    continue;
                }
                distance[r * n + c] = distance[cell] + 1;
                queue.add(r * n + c);
            }
        }
        System.out.println(distance[n * n - 1]);
    }
}
