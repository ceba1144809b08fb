package io.gatehouse.web.webhook;

/** What Slack wants to hear from the one who is to have its events. */
record ChallengeAnswer(String challenge) {}
