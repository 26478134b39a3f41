import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        StringBuilder builder = new StringBuilder();
        for (int i = 0; i < n; i++) {
            if (i > 0) {
                builder.append(' ');
            }
            builder.append('w').append(i % 100);
        }
        String text = builder.toString();
        Map<String, Integer> counts = new HashMap<>();
        for (String word : text.split(" ")) {
            counts.merge(word, 1, Integer::sum);
        }
        System.out.println(counts.size() + " " + counts.getOrDefault("w7", 0) + " " + text.length());
    }
}
