self.__WB_MANIFEST;
