import java.util.Scanner;

public class Pairs {
    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if ((i ^ j) % 7 == 0) count++;
            }
        }
        System.out.println(count);
    }
}
