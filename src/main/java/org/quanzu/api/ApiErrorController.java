package org.quanzu.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.quanzu.problem.Problem;
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
        Problem problem = Problem.ofStatus(status instanceof Integer code ? code : 404, null)
                .at(path instanceof String asked ? asked : request.getRequestURI());
        Body.write(response, problem.status(), Problem.MEDIA_TYPE, problem.json());
    }
}
