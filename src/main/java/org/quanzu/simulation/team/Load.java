package org.quanzu.simulation.team;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.jspecify.annotations.Nullable;
import org.quanzu.simulation.Deployment;
import org.quanzu.simulation.life.Episode;
import org.quanzu.simulation.population.Resident;
import org.quanzu.simulation.run.Findings;
import org.quanzu.simulation.run.Warning;

/**
 * What comes in from so many residents: persons of the run taken again, each so many times as a Poisson number says (A. Canty, B.
 * Ripley: the Poisson bootstrap), victims as often as in reality, everybody shifted by whole days and up to an hour.
 */
final class Load {
    private static final int DAYS_OF_PREVALENCE = 30;
    private static final long DAY = 86_400_000L;
    private static final long HOUR = 3_600_000L;

    private final Findings findings;
    private final Map<Integer, List<Warning>> warnings = new HashMap<>();
    private final Map<Integer, Episode> episodes = new HashMap<>();

    Load(Findings findings) {
        this.findings = findings;
        findings.of(Deployment.BOTH).warnings().stream()
                .filter(warning -> warning.unit() != null)
                .forEach(warning -> warnings.computeIfAbsent(warning.resident(), none -> new ArrayList<>())
                        .add(warning));
        findings.episodes().forEach(episode -> episodes.put(episode.resident(), episode));
    }

    /** The persons with warnings among {@code residents}, in the order of their first warning. */
    List<Job> draw(int residents, SplittableRandom random) {
        long victims = findings.residents().stream().filter(Resident::victim).count();
        long others = findings.residents().size() - victims;
        double scams = residents * findings.victimsReal() * findings.days() / DAYS_OF_PREVALENCE;
        double perVictim = victims == 0 ? 0 : scams / victims;
        double perOther = others == 0 ? 0 : (double) residents / others;
        List<Job> jobs = new ArrayList<>();
        for (Resident resident : findings.residents()) {
            List<Warning> own = warnings.get(resident.index());
            double mean = resident.victim() ? perVictim : perOther;
            if (own != null && mean > 0) {
                copies(own, episodes.get(resident.index()), mean, random, jobs);
            }
        }
        jobs.sort(Comparator.comparingLong(job -> job.at(job.warning)));
        return jobs;
    }

    private void copies(
            List<Warning> own, @Nullable Episode episode, double mean, SplittableRandom random, List<Job> jobs) {
        UniformRandomProvider provider = random::nextLong;
        DiscreteDistribution.Sampler sampler = PoissonDistribution.of(mean).createSampler(provider);
        int count = sampler.sample();
        for (int i = 0; i < count; i++) {
            long later = later(own.get(0), random);
            jobs.add(new Job(within(own, later), episode, later, random.nextLong()));
        }
    }

    /** The first warning, and those after it that still fall into the period. */
    private List<Warning> within(List<Warning> own, long laterMillis) {
        long end = findings.beginMillis() + findings.days() * DAY;
        return own.stream()
                .filter(it -> it == own.get(0) || it.atMillis() + laterMillis < end)
                .toList();
    }

    /** To another day of the period, at about the same time of day. */
    private long later(Warning first, SplittableRandom random) {
        long day = (first.atMillis() - findings.beginMillis()) / DAY;
        long other = random.nextInt(findings.days());
        return (other - day) * DAY + random.nextLong(2 * HOUR) - HOUR;
    }
}
