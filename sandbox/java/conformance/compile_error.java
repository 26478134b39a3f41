public class Main {
    public static void main(String[] args) {
        int answer = 42 // HERE
        System.out.println(answer);
    }
}
