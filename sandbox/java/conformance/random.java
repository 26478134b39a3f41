import java.util.Random;

public class Main {
    public static void main(String[] args) {
        Random random = new Random();
        for (int i = 0; i < 3; i++) {
            System.out.println(random.nextInt(1000000));
        }
    }
}
