package org.quanzu.seal;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.quanzu.testkit.TestSeal;

/** What sealing adds to an event: the body of 400 bytes, the hash of whom it deals with; and what opening costs a reader. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SealBenchmark {
    private static final int BODIES = 1_024;

    private final byte[] body = "x".repeat(400).getBytes(StandardCharsets.US_ASCII);
    private final byte[][] sealed = new byte[BODIES][];
    private int next;

    @Setup
    public void seal() {
        for (int i = 0; i < BODIES; i++) {
            sealed[i] = TestSeal.SEAL.seal(body, place(i));
        }
    }

    private static Place place(int i) {
        return SealedColumn.EVENT_BODY.of("bank-1", "t-" + i);
    }

    private int next() {
        next = (next + 1) % BODIES;
        return next;
    }

    @Benchmark
    public byte[] sealABody() {
        return TestSeal.SEAL.seal(body, place(next()));
    }

    @Benchmark
    public byte[] openABody() {
        int i = next();
        return TestSeal.SEAL.open(sealed[i], place(i));
    }

    @Benchmark
    public String hashAnAccount() {
        return TestSeal.HASH.account("6222021234567890");
    }
}
