package io.gatehouse.web.edge.problem;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where {@code io.gatehouse.web.edge.payara} leads requests whose address cannot be read. */
@WebServlet(BrokenAddressPage.PATH)
public class BrokenAddressPage extends HttpServlet {

    /** Below the context root. */
    public static final String PATH = "/-/broken-address";

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
