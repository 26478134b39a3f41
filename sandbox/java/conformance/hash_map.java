import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        Map<Long, Integer> map = new HashMap<>();
        for (int i = 0; i < n; i++) {
            map.put((i * 2654435761L) & 0xFFFFFFFFL, i);
        }
        long sum = 0;
        for (int i = 0; i < n; i += 2) {
            sum += map.get((i * 2654435761L) & 0xFFFFFFFFL);
        }
        System.out.println(map.size() + " " + sum);
    }
}
