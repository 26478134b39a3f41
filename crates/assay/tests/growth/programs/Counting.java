import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;

public class Counting {
    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        Map<Integer, Integer> seen = new HashMap<>();
        int state = 1;
        for (int i = 0; i < n; i++) {
            state = state * 1664525 + 1013904223;
            seen.merge(state >>> 8, 1, Integer::sum);
        }
        System.out.println(seen.size());
    }
}
