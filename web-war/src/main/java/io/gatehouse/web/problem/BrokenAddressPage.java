package io.gatehouse.web.problem;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The launcher forwards requests with an unreadable path here; the original path is unknown. */
@WebServlet(BrokenAddressPage.PATH)
public class BrokenAddressPage extends HttpServlet {

    /** Repeated in the launcher (io.gatehouse.launcher.ListenerProbe). */
    static final String PATH = "/-/broken-address";

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemJson.answer(
                request,
                response,
                Problem.of(
                        ProblemType.BAD_REQUEST,
                        "The address cannot be read: a % in its path stands without two hexadecimal digits, or its host is none."));
    }
}
