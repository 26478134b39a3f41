import java.util.Scanner;

public class Matrices {
    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        int[][] left = new int[n][n], right = new int[n][n], product = new int[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                left[i][j] = (i * 31 + j * 17) % 100;
                right[i][j] = (i * 13 + j * 7) % 100;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) product[i][j] += left[i][k] * right[k][j];
            }
        }
        System.out.println(product[n - 1][n / 2]);
    }
}
