import { Module } from '@nestjs/common';
import { MailerModule } from '@nestjs-modules/mailer';
import { CONFIGURATION } from '../config';
import { MailRenderer } from './mail-renderer';
import { MailService } from './mail.service';
import { mailerOptions } from './mailer-options';
import { MailWordingsRepository } from './wordings/mail-wordings.repository';

@Module({
  imports: [
    MailerModule.forRootAsync({
      imports: [],
      inject: [CONFIGURATION],
      useFactory: mailerOptions,
    }),
  ],
  providers: [MailService, MailRenderer, MailWordingsRepository],
  exports: [MailService, MailRenderer, MailWordingsRepository],
})
export class MailModule {}
