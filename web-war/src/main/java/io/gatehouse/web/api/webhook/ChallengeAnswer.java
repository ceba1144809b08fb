package io.gatehouse.web.api.webhook;

/** The answer to Slack's URL verification. */
record ChallengeAnswer(String challenge) {}
