package dk.kvalitetsbro.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers what went wrong outside the pages, as a missing asset, in the same two ways. Named in web.xml. */
@WebServlet("/WEB-INF/problem")
public class OutsidePages extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient Texts texts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient Language language;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        chooseLanguage(request);
        Problem problem = Problem.of(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404,
                texts);
        response.setStatus(problem.status());
        if (Reader.isPerson(request.getHeader("Accept"))) {
            request.setAttribute("sentence", problem.sentence());
            request.getRequestDispatcher("/WEB-INF/views/web/error.xhtml").forward(request, response);
        } else {
            response.setContentType(Problem.MEDIA_TYPE);
            response.getOutputStream().write(problem.json(texts).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void chooseLanguage(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(Language.COOKIE)) {
                language.choose(cookie.getValue());
            }
        }
    }
}
