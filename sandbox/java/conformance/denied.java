import java.io.FileReader;
import java.io.IOException;

public class Main {
    public static void main(String[] args) {
        try (FileReader file = new FileReader("/etc/passwd")) {
            System.out.println("read " + file.read());
        } catch (IOException e) {
            System.out.println("denied");
        }
    }
}
