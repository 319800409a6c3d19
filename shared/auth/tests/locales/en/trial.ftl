service-name = Trial
