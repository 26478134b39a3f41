public class Main {
    public static void main(String[] args) throws InterruptedException {
        long start = System.nanoTime();
        Thread.sleep(5000);
        System.out.println((System.nanoTime() - start) / 1_000_000_000);
    }
}
