package org.quanzu.assessment;

import org.quanzu.assessment.intake.PipelineConfiguration;
import org.quanzu.assessment.persons.PersonsConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The way in of events, and persons changed by other means. */
@Configuration(proxyBeanMethods = false)
@Import({PipelineConfiguration.class, PersonsConfiguration.class})
public class AssessmentConfiguration {}
