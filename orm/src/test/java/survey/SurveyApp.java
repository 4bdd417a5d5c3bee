package survey;

import quintet.core.App;

/** Surveys. */
public final class SurveyApp extends App {}
