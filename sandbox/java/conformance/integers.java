public class Main {
    public static void main(String[] args) {
        System.out.println(Long.MAX_VALUE);
        System.out.println(Long.MIN_VALUE);
        System.out.println(9007199254740993L);
        System.out.println(3037000500L * 3037000499L);
    }
}
