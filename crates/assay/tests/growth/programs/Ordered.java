import java.util.Scanner;
import java.util.TreeMap;

public class Ordered {
    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        TreeMap<Integer, Integer> seen = new TreeMap<>();
        int state = 1;
        for (int i = 0; i < n; i++) {
            state = state * 1664525 + 1013904223;
            seen.merge(state, 1, Integer::sum);
        }
        System.out.println(seen.size());
    }
}
