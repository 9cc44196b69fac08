package org.quanzu.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Problems.assertProblem;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = ApiServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "quanzu.benchmark=true",
            "springdoc.api-docs.path=/api/v1/openapi.json",
            "springdoc.api-docs.version=openapi_3_1",
            "springdoc.swagger-ui.path=/api/v1/docs"
        })
class ApiServerTest {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder post(HttpRequest.Builder request, String type, String body) {
        return request.header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    @Test
    void answersAPayment() throws Exception {
        HttpResponse<String> answer = send(post(at("/api/v1/transactions"), "application/json", Calls.PAYMENT));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"eventId\":\"t-1\"}");
    }

    @Test
    void answersTheBenchmarkWithAConstantButReadsTheBody() throws Exception {
        String path = "/api/v1/benchmark/constant";

        assertThat(send(post(at(path), "application/json", Calls.PAYMENT)).body())
                .isEqualTo("{\"level\":\"NONE\"}");
        assertProblem(send(post(at(path), "application/json", "{}")), 400);
    }

    @Test
    void answersManyLinesToAClientThatSendsEverythingFirst() throws Exception {
        String lines = IntStream.range(0, 20_000)
                .mapToObj(i -> Calls.CALL.replace("\n", "").replace("c-1", "c-" + i))
                .collect(Collectors.joining("\n"));

        HttpResponse<String> answer = send(post(at("/api/v1/events"), "application/x-ndjson", lines));

        assertThat(answer.body().lines()).hasSize(20_000).endsWith("{\"eventId\":\"c-19999\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1", "/api/v1/persons", "/api/v1/transactions/t-1"})
    void saysThatAnAddressIsUnknown(String path) throws Exception {
        assertProblem(send(at(path)), 404);
    }

    @Test
    void refusesAWrongMethodTypeOrForm() throws Exception {
        assertProblem(send(at("/api/v1/transactions")), 405);
        assertProblem(send(post(at("/api/v1/transactions"), "text/plain", Calls.PAYMENT)), 415);
        assertProblem(
                send(post(at("/api/v1/transactions").header("Accept", "text/html"), "application/json", Calls.PAYMENT)),
                406);
        assertProblem(
                send(post(
                        at("/api/v1/transactions").header("Content-Encoding", "gzip"),
                        "application/json",
                        Calls.PAYMENT)),
                415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/<> HTTP/1.1\r\nHost: x\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "POST /api/v1/transactions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void saysAsAProblemThatARequestIsBroken(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .containsIgnoringCase("\r\nContent-Type: application/problem+json\r\n");
            assertProblem(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1), 400);
        }
    }

    @Test
    void describesEveryCallAndNoOther() throws Exception {
        Set<String> served = new TreeSet<>();
        mapping.getHandlerMethods()
                .forEach((info, method) -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/"))
                        .filter(path ->
                                !path.contains("openapi") && !path.contains("docs") && !path.contains("benchmark"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> served.add(verb.name().toLowerCase() + " " + path))));

        HttpResponse<String> document = send(at("/api/v1/openapi.json"));

        JsonNode json = JsonMapper.shared().readTree(document.body());
        Set<String> described = new TreeSet<>();
        json.path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(verb -> !verb.equals("parameters"))
                        .forEach(verb -> described.add(verb + " " + path.getKey())));
        assertThat(described).isEqualTo(served);
        assertThat(json.path("openapi").asString()).startsWith("3.1");
    }

    @Test
    void keepsEveryWordOfTheDocument() throws Exception {
        JsonNode written = DocumentTest.document();

        JsonNode served =
                JsonMapper.shared().readTree(send(at("/api/v1/openapi.json")).body());

        assertThat(served.path("components").path("schemas"))
                .isEqualTo(written.path("components").path("schemas"));
        assertThat(served.path("paths")).isEqualTo(written.path("paths"));
    }

    @Test
    void showsAPageToTryIt() throws Exception {
        HttpResponse<String> page = send(at("/api/v1/docs"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).containsIgnoringCase("swagger");
        assertThat(page.uri().getPath()).startsWith("/api/v1/");
    }
}
