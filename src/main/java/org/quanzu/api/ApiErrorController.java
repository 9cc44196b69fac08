package org.quanzu.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.quanzu.problem.Problem;
import org.quanzu.problem.ProblemKind;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says as a problem what went wrong before Spring MVC was reached. */
@Controller
class ApiErrorController implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        ProblemKind kind = ProblemKind.ofStatus(status instanceof Integer code ? code : 404);
        byte[] json = Problem.of(kind, null).at(String.valueOf(path)).json();
        Body.write(response, kind.status(), Problem.MEDIA_TYPE, json);
    }
}
