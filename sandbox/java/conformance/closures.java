import java.util.function.IntSupplier;
import java.util.stream.IntStream;

public class Main {
    static IntSupplier counter() {
        int[] count = {0};
        return () -> ++count[0];
    }

    public static void main(String[] args) {
        int sum = IntStream.rangeClosed(1, 20).filter(i -> i % 2 == 1).map(i -> i * i).sum();
        System.out.println(sum);
        IntSupplier next = counter();
        System.out.println(next.getAsInt() + " " + next.getAsInt() + " " + next.getAsInt());
    }
}
