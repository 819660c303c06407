package example.practice;

import io.github.pscsdk.relyingparty.session.PscSession;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole application. */
@SpringBootApplication(proxyBeanMethods = false)
public class Application {
    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    /** What only who is logged in sees. */
    @RestController
    static class Home {
        @GetMapping("/")
        String home(PscSession session) {
            return "logged in: " + session.professional().nationalId().value();
        }
    }
}
