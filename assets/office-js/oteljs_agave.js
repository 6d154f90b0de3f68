// office.js asks for its telemetry under this name. This add-in sends nothing to anybody, so there is none.
