package io.gatehouse.web.webhook;

/** The answer to Slack's URL verification. */
record ChallengeAnswer(String challenge) {}
