service-name = Prov
