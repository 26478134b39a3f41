import java.time.LocalDate;
import java.time.ZoneOffset;

public class Main {
    public static void main(String[] args) {
        System.out.println(LocalDate.now(ZoneOffset.UTC));
    }
}
